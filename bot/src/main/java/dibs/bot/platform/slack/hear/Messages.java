package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.door.Malformed;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mentions, which are answered in their thread for all; direct messages, which need no mention; and {@code !claim} where the
 * app may read channels. What bots say is not heard, and neither is what was changed or deleted later.
 */
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final String DIRECT = "im";
    private static final String CALLED = "!";

    private final Ear ear;
    private final Promptly promptly;
    private final Voice voice;
    private final Channels channels;

    Messages(Ear ear, Promptly promptly, Voice voice, Channels channels) {
        this.ear = ear;
        this.promptly = promptly;
        this.voice = voice;
        this.channels = channels;
    }

    Response mention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent event = payload.getEvent();
        boolean person = event.getBotId() == null && event.getSubtype() == null && event.getEdited() == null;
        if (person) {
            String thread = Optional.ofNullable(event.getThreadTs()).orElse(event.getTs());
            answer(
                    new Said(
                            team(event.getUserTeam(), event.getTeam(), payload.getTeamId()),
                            event.getUser(),
                            event.getChannel(),
                            event.getTs(),
                            event.getText()),
                    Optional.of(thread),
                    Optional.of(others(event.getChannel(), payload)),
                    context);
        }
        return context.ack();
    }

    Response message(EventsApiPayload<MessageEvent> payload, EventContext context) {
        MessageEvent event = payload.getEvent();
        boolean direct = DIRECT.equals(event.getChannelType());
        String text = Optional.ofNullable(event.getText()).orElse("");
        boolean person = event.getBotId() == null && event.getEdited() == null && event.getUser() != null;
        if (person && !event.getUser().equals(context.getBotUserId()) && (direct || text.startsWith(CALLED))) {
            Optional<String> thread = Optional.ofNullable(event.getThreadTs());
            answer(
                    new Said(
                            team(event.getTeam(), payload.getTeamId(), payload.getTeamId()),
                            event.getUser(),
                            event.getChannel(),
                            event.getTs(),
                            text),
                    direct ? thread : thread.or(() -> Optional.of(event.getTs())),
                    direct ? Optional.empty() : Optional.of(others(event.getChannel(), payload)),
                    context);
        }
        return context.ack();
    }

    private record Said(String team, String user, String channel, String ts, String text) {}

    /** Who reads along in a channel; a channel that is shared with another company has outsiders. */
    private View others(@Nullable String channel, EventsApiPayload<?> payload) {
        channels.heard(Malformed.required(channel, "channel"), payload.isExtSharedChannel());
        return payload.isExtSharedChannel() ? View.OUTSIDERS : View.MEMBERS;
    }

    private void answer(Said message, Optional<String> thread, Optional<View> others, EventContext context) {
        // Slack's ts names a message in its channel: a mention in a direct message comes as two events, and is one.
        Ear.Heard heard = new Ear.Heard(
                Ear.id(message.team(), message.user()),
                "",
                Malformed.required(message.channel(), "channel"),
                Malformed.required(message.ts(), "ts"),
                Optional.ofNullable(message.text()).orElse(""),
                context.getBotUserId(),
                Optional.empty());
        boolean said = promptly.within(
                        () -> voice.post(message.channel(), thread, shown(heard, others), "reply:" + message.ts())
                                .join(),
                        late -> LOG.debug("an answer went out late: {}", late))
                .isPresent();
        LOG.atDebug().addKeyValue("intime", said).log("a message was answered");
    }

    private Message shown(Ear.Heard heard, Optional<View> others) {
        return others.map(view -> ear.message(heard, view)).orElseGet(() -> ear.message(heard));
    }

    private static String team(@Nullable String own, @Nullable String shared, String installed) {
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(shared)).orElse(installed);
    }
}
