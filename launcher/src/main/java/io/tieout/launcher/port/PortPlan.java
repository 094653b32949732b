package io.tieout.launcher.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/// All ports of one running system, derived from one number.
public record PortPlan(int base) {
    public static final int DEFAULT_BASE = 8400;
    private static final int HIGHEST_OFFSET = 100;

    public PortPlan {
        if (base < 1024 || base + HIGHEST_OFFSET > 65535) {
            throw new IllegalArgumentException(
                    "The port base must lie between 1024 and 65435, not " + base + ".");
        }
    }

    public int of(Listener listener) {
        return base + listener.offset();
    }

    public String httpUrl(Listener listener) {
        return "http://localhost:" + of(listener);
    }

    /// Fails with a sentence for a person if any of the ports is in use.
    public void requireFree() {
        List<Listener> taken = Arrays.stream(Listener.values()).filter(this::isTaken).toList();
        if (!taken.isEmpty()) {
            throw new PortTaken(sentence(taken));
        }
    }

    String sentence(List<Listener> taken) {
        Listener first = taken.getFirst();
        String others =
                taken.size() == 1 ? "" : " (and " + (taken.size() - 1) + " more of Tieout's ports)";
        return "Port %d, where %s would listen, is already in use%s. Stop what listens there (./tieout down, if it is Tieout), or move all of Tieout's ports: --port-base %d, or TIEOUT_PORT_BASE=%d."
                .formatted(of(first), first.label(), others, elsewhere(), elsewhere());
    }

    private int elsewhere() {
        return base + 1000 + HIGHEST_OFFSET <= 65535 ? base + 1000 : DEFAULT_BASE;
    }

    private boolean isTaken(Listener listener) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), of(listener)));
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
