package org.polylogue.samples.faults;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterSeekableByteChannel;

/**
 * The default file system, in which one step that changes something fails: the making of a folder
 * or file, a write (of which half still lands), a force, a rename, a deletion. For one thread.
 */
final class FaultyFileSystem extends FilterFileSystemProvider {

  /** What follows the step that fails. */
  enum Fault {
    /** All goes well again. */
    ONCE,
    /** Whatever needs room fails too; renames and deletions do not. */
    DISK_FULL,
    /** All goes well again; only renames count as steps. */
    RENAME
  }

  private final Fault fault;
  private int stepsLeft;
  private String failed = "";

  /**
   * A file system.
   *
   * @param steps how many go well before one fails
   * @param fault what follows
   */
  FaultyFileSystem(int steps, Fault fault) {
    super("faulty://", FileSystems.getDefault());
    this.stepsLeft = steps;
    this.fault = fault;
  }

  /** The same place in this file system. */
  Path faulty(Path path) {
    return wrapPath(path);
  }

  /** The first step that failed; empty if none did. */
  String failed() {
    return failed;
  }

  private boolean fails(String step, boolean needsRoom) {
    if (fault == Fault.RENAME && !step.equals("rename")) {
      return false;
    }
    if (stepsLeft > 0) {
      stepsLeft--;
      return false;
    }
    boolean fails = failed.isEmpty() || fault == Fault.DISK_FULL && needsRoom;
    if (failed.isEmpty()) {
      failed = step;
    }
    return fails;
  }

  private void step(String step, boolean needsRoom, Path path) throws IOException {
    if (fails(step, needsRoom)) {
      throw new FileSystemException(path.toString(), null, "planted fault: no " + step);
    }
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    step("folder", true, path);
    super.createDirectory(path, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    step("deletion", false, path);
    super.delete(path);
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    step("deletion", false, path);
    return super.deleteIfExists(path);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    step("rename", false, from);
    super.move(from, to, options);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    step("file", true, path);
    return new FilterOutputStream(super.newOutputStream(path, options)) {
      @Override
      public void write(byte[] bytes, int start, int length) throws IOException {
        if (fails("write", true)) {
          out.write(bytes, start, length / 2);
          throw new IOException("planted fault: no room");
        }
        out.write(bytes, start, length);
      }
    };
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.isEmpty() || options.equals(Set.of(java.nio.file.StandardOpenOption.READ))) {
      return super.newByteChannel(path, options, attributes);
    }
    step("file", true, path);
    return new FilterSeekableByteChannel(super.newByteChannel(path, options, attributes)) {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        if (fails("write", true)) {
          throw new IOException("planted fault: no room");
        }
        return super.write(bytes);
      }
    };
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    step("file", true, path);
    return new FilterFileChannel(super.newFileChannel(path, options, attributes)) {
      @Override
      public void force(boolean metadata) throws IOException {
        if (fails("force", true)) {
          throw new IOException("planted fault: no force");
        }
        // not forced in truth: hundreds of these would be the time that a test takes
      }
    };
  }
}
