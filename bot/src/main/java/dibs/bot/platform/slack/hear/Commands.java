package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dibs.bot.platform.slack.door.Malformed;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slash commands: answered to who typed them, at once or, when that takes long, by what follows. */
final class Commands implements SlashCommandHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String EPHEMERAL = "ephemeral";

    private final Ear ear;
    private final Promptly promptly;
    private final Openings openings;

    Commands(Ear ear, Promptly promptly, Openings openings) {
        this.ear = ear;
        this.promptly = promptly;
        this.openings = openings;
    }

    @Override
    public Response apply(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload payload = request.getPayload();
        Ear.Heard heard = heard(payload, context.getBotUserId());
        Optional<View> form = openings.form(heard.text(), payload.getChannelId());
        if (form.isPresent()) {
            return open(form.get(), payload.getTriggerId(), context);
        }
        return promptly.within(() -> answer(heard), late -> follow(late, context))
                .map(context::ack)
                .orElseGet(context::ack);
    }

    /** Opens the form; where Slack does not, what to type instead. */
    private Response open(View form, String trigger, SlashCommandContext context) {
        return promptly.within(
                        () -> openings.open(form, trigger),
                        late -> late.ifPresent(instead -> follow(words(instead), context)))
                .flatMap(instead -> instead)
                .map(instead -> context.ack(words(instead)))
                .orElseGet(context::ack);
    }

    private static SlashCommandResponse words(String words) {
        return SlashCommandResponse.builder()
                .responseType(EPHEMERAL)
                .text(words)
                .build();
    }

    private SlashCommandResponse answer(Ear.Heard heard) {
        var message = ear.message(heard);
        return SlashCommandResponse.builder()
                .responseType(EPHEMERAL)
                .text(message.text())
                .blocks(message.blocks())
                .build();
    }

    private static void follow(SlashCommandResponse answer, SlashCommandContext context) {
        try {
            context.respond(answer);
        } catch (IOException lost) {
            // The command was done; a repeat says what came of it.
            LOG.warn("a late answer did not reach Slack", lost);
        }
    }

    private static Ear.Heard heard(SlashCommandPayload payload, String self) {
        String text = Optional.ofNullable(payload.getText()).orElse("");
        return new Ear.Heard(
                Ear.id(payload.getTeamId(), payload.getUserId()),
                Optional.ofNullable(payload.getUserName()).orElse(""),
                Malformed.required(payload.getChannelId(), "channel_id"),
                Malformed.required(payload.getTriggerId(), "trigger_id"),
                payload.getCommand() + " " + text,
                self,
                Optional.empty());
    }
}
