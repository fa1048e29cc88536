package dibs.bot.platform.matrix.client;

import dibs.bot.platform.matrix.client.Access.Proof;
import dibs.bot.platform.matrix.client.Homeserver.Identity;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs Dibs in: with the token that it was given, with what it kept, or, once, with the password. The device stays the same
 * wherever it can, since transaction ids belong to it.
 */
final class SignIn {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String API = "_matrix/client/v3/";
    private static final String NAME = "Dibs";
    private static final String UNKNOWN_TOKEN = "M_UNKNOWN_TOKEN";
    private static final String TOKEN = "access_token";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Exchange exchange;
    private final Access access;
    private final Kept kept;

    SignIn(Exchange exchange, Access access, Kept kept) {
        this.exchange = exchange;
        this.access = access;
        this.kept = kept;
    }

    /** Signed in, at that address. */
    record Session(HttpUrl base, Kept.Key key) {}

    /** The first session of a process. */
    Sent<Session> first(HttpUrl base) {
        return switch (access.proof()) {
            case Proof.Token token -> whoAmI(base, token.value()).map(identity -> session(base, identity, token));
            case Proof.Password password -> first(base, password);
        };
    }

    private static Session session(HttpUrl base, Identity identity, Proof.Token token) {
        return new Session(base, new Kept.Key(identity, token.value(), Optional.empty()));
    }

    private Sent<Session> first(HttpUrl base, Proof.Password password) {
        Optional<Kept.Key> before = kept.find(password.login());
        if (before.isEmpty()) {
            return logIn(base, password, null);
        }
        Session session = new Session(base, before.get());
        Exchange.Answer answer = ask(base, "GET", "account/whoami", before.get().token(), null);
        if (isUnknownToken(answer.sent())) {
            return again(session, answer.softLogout());
        }
        return checked(answer.told(), Optional.of(before.get().identity())).map(identity -> session);
    }

    /** What to do when the homeserver knows the session's token no more. */
    Sent<Session> again(Session session, boolean softLogout) {
        boolean soft = softLogout;
        if (session.key().refresh().isPresent()) {
            Exchange.Answer refreshed = refresh(session);
            if (!(refreshed.told() instanceof Sent.Refused<ObjectNode>)) {
                return withToken(refreshed.told()).map(answer -> renewed(session, answer));
            }
            soft = softLogout || refreshed.softLogout();
        }
        if (access.proof() instanceof Proof.Password password) {
            if (soft) {
                return logIn(session.base(), password, session.key().identity().device());
            }
            kept.forget(password.login());
        }
        return new Sent.Refused<>(
                UNAUTHORIZED,
                UNKNOWN_TOKEN,
                "the homeserver has signed Dibs out: give it a new token, or start it anew to sign in with its"
                        + " password");
    }

    /** An answer without a token brings nothing, and what there was stays as good as it is. */
    private static Sent<ObjectNode> withToken(Sent<ObjectNode> answer) {
        return answer instanceof Sent.Done<ObjectNode> done
                        && Exchange.text(done.result(), TOKEN, "").isEmpty()
                ? new Sent.Later<>(Optional.empty(), "the homeserver's answer has no " + TOKEN)
                : answer;
    }

    private Exchange.Answer refresh(Session session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("refresh_token", session.key().refresh().orElseThrow());
        return ask(session.base(), "POST", "refresh", null, body);
    }

    private Session renewed(Session session, ObjectNode answer) {
        Kept.Key before = session.key();
        Kept.Key key = new Kept.Key(
                before.identity(),
                Exchange.text(answer, TOKEN, ""),
                Optional.of(Exchange.text(answer, "refresh_token", ""))
                        .filter(token -> !token.isEmpty())
                        .or(before::refresh));
        return new Session(session.base(), keep(key));
    }

    private Sent<Session> logIn(HttpUrl base, Proof.Password password, @Nullable String device) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "m.login.password").put("password", password.value()).put("refresh_token", true);
        body.put("initial_device_display_name", NAME);
        body.putObject("identifier").put("type", "m.id.user").put("user", password.login());
        if (device != null) {
            body.put("device_id", device);
        }
        Sent<ObjectNode> answer =
                withToken(ask(base, "POST", "login", null, body).told());
        Sent<Identity> identity = checked(answer, Optional.empty());
        if (answer instanceof Sent.Done<ObjectNode> done && identity instanceof Sent.Done<Identity> whom) {
            Optional<String> refresh = Optional.of(Exchange.text(done.result(), "refresh_token", ""))
                    .filter(token -> !token.isEmpty());
            String token = Exchange.text(done.result(), TOKEN, "");
            return new Sent.Done<>(new Session(base, keep(new Kept.Key(whom.result(), token, refresh))));
        }
        return identity.map(none -> {
            throw new IllegalStateException("signed in as " + none + " without an answer");
        });
    }

    /** Kept before it is used: until its first use the homeserver takes the one before it, too. */
    private Kept.Key keep(Kept.Key key) {
        if (access.proof() instanceof Proof.Password password) {
            kept.keep(password.login(), key);
        }
        return key;
    }

    private Sent<Identity> whoAmI(HttpUrl base, String token) {
        return checked(ask(base, "GET", "account/whoami", token, null).told(), Optional.empty());
    }

    /** Who the answer says that Dibs is, where it may be that. */
    private Sent<Identity> checked(Sent<ObjectNode> answer, Optional<Identity> expected) {
        Sent<Identity> said = answer.map(body ->
                new Identity(new UserId(Exchange.text(body, "user_id", "")), Exchange.text(body, "device_id", "")));
        if (!(said instanceof Sent.Done<Identity> done)) {
            return said;
        }
        UserId user = done.result().user();
        boolean wrongUser = access.user().isPresent() && !access.user().get().equals(user);
        boolean another = expected.isPresent() && !expected.get().equals(done.result());
        return wrongUser || another || user.value().isEmpty()
                ? new Sent.Refused<>(
                        FORBIDDEN,
                        "DIBS_WRONG_ACCOUNT",
                        "what Dibs is signed in with belongs to " + user + ", device "
                                + done.result().device() + ": not to whom it is to be")
                : said;
    }

    private Exchange.Answer ask(
            HttpUrl base, String method, String path, @Nullable String token, @Nullable ObjectNode body) {
        HttpUrl url = base.newBuilder().addPathSegments(API + path).build();
        return exchange.ask(new Exchange.Question(method, url, token, body, LONGEST, Exchange.LARGEST));
    }

    /** Whether the homeserver does not take the token. */
    static boolean isUnknownToken(Sent<?> sent) {
        return sent instanceof Sent.Refused<?> no && no.error().equals(UNKNOWN_TOKEN);
    }
}
