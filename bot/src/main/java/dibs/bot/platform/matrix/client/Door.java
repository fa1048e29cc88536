package dibs.bot.platform.matrix.client;

import dibs.bot.platform.matrix.client.Homeserver.Identity;
import dibs.bot.platform.matrix.client.SignIn.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks as whoever Dibs is signed in as: finds the homeserver and signs in before the first question, and again where a session ran
 * out. Once the homeserver has refused to let Dibs in, nothing is asked any more.
 */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Exchange exchange;
    private final Access.Place place;
    private final WellKnown wellKnown;
    private final SignIn signIn;
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile @Nullable Session session;
    private Sent.@Nullable Refused<Session> shut;

    Door(Exchange exchange, Access.Place place, WellKnown wellKnown, SignIn signIn) {
        this.exchange = exchange;
        this.place = place;
        this.wellKnown = wellKnown;
        this.signIn = signIn;
    }

    Optional<Identity> identity() {
        return Optional.ofNullable(session).map(now -> now.key().identity());
    }

    /** A question to somebody who is signed in, without address and token. */
    record Question(
            String method,
            Consumer<HttpUrl.Builder> path,
            @Nullable ObjectNode body,
            Duration longest,
            long largest) {}

    Sent<ObjectNode> ask(Question question) {
        return switch (session()) {
            case Sent.Done<Session> in -> ask(question, in.result());
            case Sent.Later<Session> later -> later.as();
            case Sent.Refused<Session> no -> new Sent.Refused<>(no.status(), no.error(), no.why());
        };
    }

    private Sent<ObjectNode> ask(Question question, Session in) {
        Exchange.Answer answer = exchange.ask(complete(question, in));
        if (!SignIn.isUnknownToken(answer.sent())) {
            return answer.told();
        }
        return switch (renew(in, answer.softLogout())) {
            case Sent.Done<Session> renewed -> onceMore(question, renewed.result());
            case Sent.Later<Session> later -> later.as();
            case Sent.Refused<Session> no -> new Sent.Refused<>(no.status(), no.error(), no.why());
        };
    }

    private Sent<ObjectNode> onceMore(Question question, Session in) {
        Sent<ObjectNode> answer = exchange.ask(complete(question, in)).told();
        if (answer instanceof Sent.Refused<ObjectNode> no && SignIn.isUnknownToken(no)) {
            // A token that is refused as soon as it is given out: asking for more of them would be a circle.
            signingIn.lock();
            try {
                shut(new Sent.Refused<>(no.status(), no.error(), no.why()));
            } finally {
                signingIn.unlock();
            }
        }
        return answer;
    }

    private static Exchange.Question complete(Question question, Session in) {
        HttpUrl.Builder url = in.base().newBuilder();
        question.path().accept(url);
        return new Exchange.Question(
                question.method(),
                url.build(),
                in.key().token(),
                question.body(),
                question.longest(),
                question.largest());
    }

    private Sent<Session> session() {
        Session now = session;
        if (now != null) {
            return new Sent.Done<>(now);
        }
        signingIn.lock();
        try {
            Session others = session;
            if (others != null) {
                return new Sent.Done<>(others);
            }
            if (shut != null) {
                return shut;
            }
            return switch (wellKnown.find(place)) {
                case Sent.Done<HttpUrl> base -> entered(signIn.first(base.result()));
                case Sent.Later<HttpUrl> later -> later.as();
                case Sent.Refused<HttpUrl> no -> entered(new Sent.Refused<>(no.status(), no.error(), no.why()));
            };
        } finally {
            signingIn.unlock();
        }
    }

    private Sent<Session> renew(Session old, boolean softLogout) {
        signingIn.lock();
        try {
            Session now = session;
            if (now != null && !now.equals(old)) {
                return new Sent.Done<>(now);
            }
            return shut != null ? shut : entered(signIn.again(old, softLogout));
        } finally {
            signingIn.unlock();
        }
    }

    private Sent<Session> entered(Sent<Session> attempt) {
        switch (attempt) {
            case Sent.Done<Session> in -> {
                session = in.result();
                Identity identity = in.result().key().identity();
                LOG.info("Signed in to Matrix as {}, device {}", identity.user(), identity.device());
            }
            case Sent.Refused<Session> no -> shut(no);
            case Sent.Later<Session> later -> LOG.debug("Not signed in yet: {}", later.why());
        }
        return attempt;
    }

    private void shut(Sent.Refused<Session> no) {
        LOG.error("Matrix does not let Dibs in, and is asked no more: {} {}", no.error(), no.why());
        shut = no;
        session = null;
    }
}
