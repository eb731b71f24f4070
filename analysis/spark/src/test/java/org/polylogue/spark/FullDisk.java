package org.polylogue.spark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk under the scheme {@code full}, which is full as soon as some file is written. */
public final class FullDisk extends RawLocalFileSystem {

  private static final AtomicReference<String> LAST_STRAW = new AtomicReference<>("");
  private static final AtomicBoolean FULL = new AtomicBoolean();

  /** A file system that Hadoop makes. */
  public FullDisk() {}

  static void register(Configuration conf) {
    conf.set("fs.full.impl", FullDisk.class.getName());
  }

  /** Full from the first byte on of a file whose path holds this; with room again until then. */
  static void fillAt(String part) {
    LAST_STRAW.set(part);
    FULL.set(false);
  }

  static void makeRoom() {
    fillAt("no file has this in its path");
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  public URI getUri() {
    return URI.create("full:///");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    OutputStream file =
        super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
    return limited(path, file);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    OutputStream file = super.create(path, overwrite, bufferSize, replication, blockSize, progress);
    return limited(path, file);
  }

  private FSDataOutputStream limited(Path path, OutputStream file) throws IOException {
    return new FSDataOutputStream(new Limited(path, file), statistics);
  }

  private static final class Limited extends FilterOutputStream {

    private final String path;

    Limited(Path path, OutputStream out) {
      super(out);
      this.path = path.toString();
    }

    @Override
    public void write(int b) throws IOException {
      check();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      check();
      out.write(bytes, offset, length);
    }

    private void check() throws IOException {
      if (path.contains(LAST_STRAW.get())) {
        FULL.set(true);
      }
      if (FULL.get()) {
        throw new IOException("No space left on device");
      }
    }
  }
}
