package org.polylogue.samples.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine of its own on the class path of the tests. */
final class ChildProcess {

  private ChildProcess() {}

  static ProcessBuilder of(Class<?> main, List<String> options, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    String own = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", own)));
    command.add(main.getName());
    command.addAll(args);
    return new ProcessBuilder(command);
  }
}
