package dibs.backend.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up without being held up by one that hangs. A lookup blocks the operating-system thread that it runs on, so it runs on
 * threads of its own, one a name at a time.
 */
final class Resolver implements AutoCloseable {
    private static final int THREADS = 32;

    private final Lookup lookup;
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    Resolver(Lookup lookup) {
        this.lookup = lookup;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("probe-names-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /**
     * The addresses of a host, at least one.
     *
     * @throws UnknownHostException when it has none
     * @throws SocketTimeoutException when they are not known in time
     */
    List<InetAddress> resolve(String host, Duration within) throws IOException {
        CompletableFuture<List<InetAddress>> found = underWay.computeIfAbsent(host, this::begin);
        try {
            return found.get(Math.max(1, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("looking up " + host);
        } catch (ExecutionException failed) {
            throw new UnknownHostException(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private CompletableFuture<List<InetAddress>> begin(String host) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return List.of(lookup.all(host));
                    } catch (UnknownHostException unknown) {
                        throw new IllegalStateException(unknown);
                    } finally {
                        underWay.remove(host);
                    }
                },
                threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
