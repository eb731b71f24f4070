package org.polylogue.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, mostly as 64 lower-case hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /**
   * The hash of bytes.
   *
   * @param bytes any
   * @return 64 digits
   */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /**
   * The hash of a text in UTF-8.
   *
   * @param text any
   * @return 64 digits
   */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The hash itself.
   *
   * @param bytes any
   * @return 32 bytes
   */
  public static byte[] digest(byte[] bytes) {
    return digest().digest(bytes);
  }

  /**
   * The hash of what a stream has left.
   *
   * @param in read to its end, not closed
   * @return 64 digits
   * @throws IOException if the stream fails
   */
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The hash of a file.
   *
   * @param file the file
   * @return 64 digits
   * @throws IOException if it cannot be read
   */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
