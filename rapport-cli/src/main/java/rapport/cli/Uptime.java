package rapport.cli;

import java.lang.management.ManagementFactory;

/** How long this program has been running: for benchmarks, start-up included. */
final class Uptime {

    private Uptime() {}

    static double seconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
