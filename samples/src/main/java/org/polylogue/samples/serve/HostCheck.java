package org.polylogue.samples.serve;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request means this server. A page of another site that a browser shows can lead its own
 * name to this machine (DNS rebinding) or send a form here; the first has the wrong {@code Host},
 * the second the wrong {@code Origin}.
 */
final class HostCheck {

  private final Set<String> names = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));

  HostCheck(InetAddress address, Set<String> others) {
    if (!address.isAnyLocalAddress()) {
      String plain = address.getHostAddress();
      names.add(plain.contains(":") ? "[" + plain + "]" : plain);
    }
    others.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a {@code Host} header, with or without a port, names this server. */
  boolean isOwn(String host) {
    if (host == null) {
      return false;
    }
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return names.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether an {@code Origin} header is absent or of a page of this server. */
  boolean isOwnOrigin(String origin) {
    int scheme = origin == null ? -1 : origin.indexOf("://");
    return origin == null || scheme > 0 && isOwn(origin.substring(scheme + 3));
  }
}
