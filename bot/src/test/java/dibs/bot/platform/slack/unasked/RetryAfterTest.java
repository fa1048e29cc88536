package dibs.bot.platform.slack.unasked;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.PersonId;
import dibs.fakeslack.web.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long Slack wants to be left alone is what Slack says; where it says nothing, that is left to whoever asks. */
final class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final SlackKit kit = new SlackKit();
    private final Recipient to = new Recipient(kit.account("ann"), ZoneId.of("UTC"), NOW, false);
    private final Parcel parcel = new Parcel(
            "n1",
            new PersonId("ann"),
            List.of(new Pending(
                    "n1", new PersonId("ann"), new Notice.LeaseExpired(new EnvironmentId("dev-signing"), NOW), NOW)));

    @AfterEach
    void end() {
        kit.close();
    }

    @Test
    void whatIsSaid() {
        assertThat(asked("chat.postMessage", Fault.rateLimited(Duration.ofSeconds(7))))
                .contains(Duration.ofSeconds(7));
        assertThat(asked("chat.postMessage", Fault.serverError())).isEmpty();
    }

    @Test
    void whatIsChanged() {
        String message = ((Delivered.Accepted) kit.messenger().deliver(to, parcel)).messageId();

        kit.fails("chat.update", Fault.rateLimited(Duration.ofMinutes(5)));
        assertThat(later(kit.messenger().edit(to, parcel, message))).contains(Duration.ofMinutes(5));
        kit.fails("chat.update", Fault.serverError());
        assertThat(later(kit.messenger().edit(to, parcel, message))).isEmpty();
    }

    private Optional<Duration> asked(String method, Fault fault) {
        kit.fails(method, fault);
        return later(kit.messenger().deliver(to, parcel));
    }

    private static Optional<Duration> later(Delivered delivered) {
        return ((Delivered.Later) delivered).retryAfter();
    }
}
