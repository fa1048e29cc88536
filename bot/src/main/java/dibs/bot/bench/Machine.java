package dibs.bot.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the figures depend on. */
final class Machine {
    private static final int BLOCK = 4096;
    private static final Duration FOR = Duration.ofSeconds(1);

    private Machine() {}

    static List<String> describe(Path folder) throws IOException {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return List.of(
                "%d cores, %d MiB memory, %s %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                memory >> 20,
                                System.getProperty("os.name"),
                                System.getProperty("os.version")),
                "Java %s (%s), flags %s"
                        .formatted(System.getProperty("java.version"), System.getProperty("java.vendor"), flags()),
                "disk: %,d fdatasync/s of 4 KiB, one after another".formatted(syncs(folder)),
                "load average at the beginning " + load());
    }

    /** The flags that this process was started with; those that it starts get the same, but for what would watch them. */
    static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-XX:StartFlightRecording") && !flag.startsWith("-agent"))
                .toList();
    }

    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** How often a second a block can be made to outlive a power cut. */
    private static long syncs(Path folder) throws IOException {
        Path file = folder.resolve("syncs");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long count = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < FOR.toNanos()) {
                channel.write(block.rewind());
                channel.force(false);
                count++;
            }
            return count * Duration.ofSeconds(1).toNanos() / (System.nanoTime() - began);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
