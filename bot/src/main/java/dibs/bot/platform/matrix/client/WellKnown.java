package dibs.bot.platform.matrix.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds the homeserver of a server's name: it need not be on a host of that name. */
final class WellKnown {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final Exchange exchange;
    private final String scheme;

    WellKnown(Exchange exchange) {
        this(exchange, "https");
    }

    /** @param scheme of all addresses; anything but {@code https} is for servers on the same machine */
    WellKnown(Exchange exchange, String scheme) {
        this.exchange = exchange;
        this.scheme = scheme;
    }

    /** The base address, once something there has answered as a homeserver does. */
    Sent<HttpUrl> find(Access.Place place) {
        return switch (place) {
            case Access.Place.At(URI there) -> address(there.toString());
            case Access.Place.Named(String server) -> named(server);
        };
    }

    private static Sent<HttpUrl> address(String text) {
        HttpUrl url = url(text);
        return url == null ? refused(text + " is no address of a homeserver") : new Sent.Done<>(url);
    }

    private Sent<HttpUrl> named(String server) {
        HttpUrl itself = url(scheme + "://" + server);
        if (itself == null) {
            return refused(server + " is no name of a server");
        }
        Sent<ObjectNode> said = ask(itself, ".well-known/matrix/client");
        return switch (said) {
            case Sent.Done<ObjectNode> done -> said(server, done.result());
            case Sent.Refused<ObjectNode> none when none.status() == NOT_FOUND -> verified(itself);
            case Sent.Refused<ObjectNode> no -> later(server + " does not say where its homeserver is: " + no.status());
            case Sent.Later<ObjectNode> later -> later.as();
        };
    }

    private Sent<HttpUrl> said(String server, ObjectNode wellKnown) {
        String base = Exchange.text(wellKnown.path("m.homeserver"), "base_url", "");
        HttpUrl url = url(base);
        if (url == null || !url.scheme().equals(scheme)) {
            return refused(server + " names no usable address of its homeserver; set it");
        }
        return verified(url);
    }

    private Sent<HttpUrl> verified(HttpUrl base) {
        return switch (ask(base, "_matrix/client/versions")) {
            case Sent.Done<ObjectNode> done ->
                done.result().path("versions").isArray()
                        ? new Sent.Done<>(base)
                        : later(base + " does not answer as a homeserver");
            case Sent.Refused<ObjectNode> no -> later(base + " does not answer as a homeserver: " + no.status());
            case Sent.Later<ObjectNode> later -> later.as();
        };
    }

    private Sent<ObjectNode> ask(HttpUrl base, String path) {
        HttpUrl url = base.newBuilder().addPathSegments(path).build();
        return exchange.ask(new Exchange.Question("GET", url, null, null, LONGEST, Exchange.LARGEST))
                .sent();
    }

    /** Without what a base address has no use for. */
    private static @Nullable HttpUrl url(String text) {
        return Optional.ofNullable(HttpUrl.parse(text))
                .map(url -> url.newBuilder()
                        .username("")
                        .password("")
                        .query(null)
                        .fragment(null)
                        .encodedPath(url.encodedPath().replaceAll("/+$", "") + "/")
                        .build())
                .orElse(null);
    }

    /** What stands there in place of a homeserver may be what stands there while it is away. */
    private static <T> Sent<T> later(String why) {
        return new Sent.Later<>(Optional.empty(), why);
    }

    private static <T> Sent<T> refused(String why) {
        return new Sent.Refused<>(0, "DIBS_NO_HOMESERVER", why);
    }
}
