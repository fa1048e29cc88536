package dibs.fakeslack;

import dibs.fakeslack.delivery.Delivery.Delivered;
import dibs.fakeslack.delivery.Payload;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.View;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One thing that a person did, what the app was told of it, and what came back. */
public final class Exchange {
    /** How long Slack waits for an acknowledgement. */
    public static final long PATIENCE_MILLIS = 3000;

    private final FakeSlack slack;
    private final Delivered delivered;
    private final FakeUser user;
    private final @Nullable FakeChannel channel;
    private final long mark;
    private final List<View> modalsBefore;
    private final List<String> problems = new ArrayList<>();
    private final @Nullable Message reply;

    Exchange(
            FakeSlack slack,
            Delivered delivered,
            FakeUser user,
            @Nullable FakeChannel channel,
            long mark,
            List<View> modalsBefore,
            Outcome outcome) {
        this.slack = slack;
        this.delivered = delivered;
        this.user = user;
        this.channel = channel;
        this.mark = mark;
        this.modalsBefore = modalsBefore;
        this.reply = outcome.reply();
        problems.addAll(outcome.problems());
    }

    /** What the acknowledgement led to. */
    record Outcome(@Nullable Message reply, List<String> problems) {}

    /** The HTTP status; 200 for an acknowledged envelope; 0 when no answer came. */
    public int status() {
        return delivered.status();
    }

    /** Whether it was acknowledged well and in time, and all that came with the acknowledgement was taken. */
    public boolean fine() {
        return problems.isEmpty();
    }

    /** What Slack would complain about: a wrong status, a late answer, blocks that it does not take. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public long millis() {
        return delivered.millis();
    }

    /** The acknowledgement's body, raw. */
    public String body() {
        return delivered.body();
    }

    /** The acknowledgement's body as JSON; missing when it has none. */
    public JsonNode json() {
        try {
            return delivered.body().isBlank() ? Json.object().path("none") : Json.parse(delivered.body());
        } catch (JacksonException noJson) {
            return Json.object().path("none");
        }
    }

    /** What the app was told. */
    public JsonNode payload() {
        return delivered.payload().json();
    }

    /** The message that came with the acknowledgement. */
    public Optional<Message> reply() {
        return Optional.ofNullable(reply);
    }

    /** What has come by the response address so far. */
    public List<Message> followUps() {
        String url = Json.text(payload(), "response_url");
        return url.isEmpty()
                ? List.of()
                : slack.workspace()
                        .locked(() -> slack.workspace()
                                .responseUrls()
                                .used(URI.create(url).getPath()));
    }

    /** Waits for something to come by the response address, and gives the first. */
    public Message followUp() {
        slack.await("a follow-up of " + this, () -> !followUps().isEmpty());
        return followUps().getFirst();
    }

    /** What is new in this conversation since, by the app, for everybody or for this user only. */
    public List<Message> posts() {
        FakeChannel where = channel;
        return where == null
                ? List.of()
                : where.messagesFor(user).stream()
                        .filter(message -> message.userId().equals(where.team().botUserId()))
                        .filter(message -> Switchboard.serial(message.ts()) > mark)
                        .toList();
    }

    /** Waits for the first answer that this person sees in this conversation, whichever way it came. */
    public Message answer() {
        slack.await("an answer to " + this, () -> !posts().isEmpty());
        return posts().getFirst();
    }

    /** Waits for a modal to open or change, and gives the one on top. */
    public View modal() {
        slack.await(
                "a modal after " + this,
                () -> !user.modals().equals(modalsBefore) && !user.modals().isEmpty());
        return user.modals().getLast();
    }

    /** The response address, for a test that uses it itself; empty when there is none. */
    public String responseUrl() {
        return Json.text(payload(), "response_url");
    }

    Delivered delivered() {
        return delivered;
    }

    FakeUser user() {
        return user;
    }

    Optional<FakeChannel> channel() {
        return Optional.ofNullable(channel);
    }

    @Override
    public String toString() {
        Payload payload = delivered.payload();
        return "%s by %s: %d %s %s\n%s"
                .formatted(payload.kind(), user, status(), delivered.body(), problems, payload.json());
    }
}
