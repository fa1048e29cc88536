package dibs.backend.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * One look at one host: whatever it asks goes to the addresses that were found and checked at its beginning, within one length of
 * time, and follows no way to another host. Sends no cookies and no credentials.
 */
final class Look {
    /** So much of a body is read, in bytes. */
    static final int MOST = 64 * 1024;

    private static final int MOST_REDIRECTS = 3;
    private static final int FULL = 100;

    private final Deadline deadline;
    private final HostRate rate;
    private final String host;
    private final OkHttpClient client;
    private volatile boolean connected;

    /** @param addresses the only ones that are connected to */
    Look(OkHttpClient shared, HostRate rate, Deadline deadline, String host, List<InetAddress> addresses) {
        this.deadline = deadline;
        this.rate = rate;
        this.host = host;
        this.client = shared.newBuilder()
                .dns(name -> {
                    if (!name.equalsIgnoreCase(host)) {
                        throw new UnknownHostException(name);
                    }
                    return addresses;
                })
                .eventListener(new EventListener() {
                    @Override
                    public void connectionAcquired(Call call, Connection connection) {
                        connected = true;
                    }
                })
                .build();
    }

    Deadline deadline() {
        return deadline;
    }

    /** Whether the host was reached at all. */
    boolean connected() {
        return connected;
    }

    /** What the host answers, after redirects on itself. */
    Answer get(URI address) throws IOException {
        return get(address, FULL);
    }

    /** The same, in a part of the time that is left, in percent. */
    Answer get(URI address, int percent) throws IOException {
        HttpUrl at = HttpUrl.get(address);
        if (at == null || !at.host().equalsIgnoreCase(bare(host))) {
            throw new UnknownHostException(String.valueOf(address.getHost()));
        }
        for (int hop = 0; ; hop++) {
            try (Response response = ask(at, percent)) {
                Optional<HttpUrl> to = response.code() / 100 == 3 && response.code() != 304
                        ? Optional.ofNullable(response.header("Location")).map(at::resolve)
                        : Optional.empty();
                if (to.isEmpty() || hop == MOST_REDIRECTS || !here(at, to.get())) {
                    return answer(response, to.map(url -> elsewhere(url, response)));
                }
                at = to.get();
            }
        }
    }

    private Response ask(HttpUrl address, int percent) throws IOException {
        deadline.pause(rate.take(host));
        Duration left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            throw new SocketTimeoutException("timeout");
        }
        Call call = client.newCall(new Request.Builder()
                .url(address)
                .header("User-Agent", "dibs")
                .header("Accept", "application/json, text/plain;q=0.9, */*;q=0.8")
                .header("Cache-Control", "no-cache")
                .build());
        call.timeout().timeout(Math.max(1, left.toMillis() * percent / FULL), TimeUnit.MILLISECONDS);
        return call.execute();
    }

    private static Answer answer(Response response, Optional<String> elsewhere) throws IOException {
        ResponseBody body = response.body();
        BufferedSource source = body.source();
        boolean cut = source.request(MOST + 1L);
        byte[] bytes = source.readByteArray(Math.min(MOST, source.getBuffer().size()));
        return new Answer(response.code(), new String(bytes, StandardCharsets.UTF_8), cut, elsewhere);
    }

    /** Whether a redirect stays with the host, and does not leave TLS. */
    private static boolean here(HttpUrl from, HttpUrl to) {
        boolean same = from.host().equals(to.host());
        boolean up = !from.isHttps() && to.isHttps() && from.port() == 80 && to.port() == 443;
        return same && (up || (from.isHttps() == to.isHttps() && from.port() == to.port()));
    }

    private static String elsewhere(HttpUrl to, Response response) {
        boolean same = to.host().equals(response.request().url().host());
        return same
                ? Words.cut(to.scheme() + "://" + to.host() + ":" + to.port(), 80)
                : Words.cut(to.host().toLowerCase(Locale.ROOT), 80);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The time that a look has; waiting for its turn at the host does not count. */
    static final class Deadline {
        private long end;

        Deadline(Duration timeout) {
            this.end = System.nanoTime() + timeout.toNanos();
        }

        Duration left() {
            return Duration.ofNanos(end - System.nanoTime());
        }

        void pause(Duration wait) throws InterruptedIOException {
            if (wait.isZero() || wait.isNegative()) {
                return;
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped");
            }
            end += wait.toNanos();
        }
    }
}
