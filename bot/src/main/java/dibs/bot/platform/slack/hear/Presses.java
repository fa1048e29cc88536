package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dibs.backend.environment.EnvironmentId;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.block.Press;
import dibs.bot.platform.slack.form.ActionForm;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Audience;
import dibs.bot.reply.View;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buttons: a press says the line that the button stands for, or asks for what is missing in it. Its message then says what
 * came of it; a message that others read too is only changed by what they may read.
 */
final class Presses implements BlockActionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);
    private static final String DIRECT = "D";

    private final Ear ear;
    private final Promptly promptly;
    private final SlackApi api;

    Presses(Ear ear, Promptly promptly, SlackApi api) {
        this.ear = ear;
        this.promptly = promptly;
        this.api = api;
    }

    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        BlockActionPayload payload = request.getPayload();
        Optional<Press> press = payload.getActions().stream()
                .findFirst()
                .flatMap(action -> Press.read(
                        Optional.ofNullable(action.getActionId()).orElse(""),
                        Optional.ofNullable(action.getValue()).orElse("")));
        if (press.isEmpty()) {
            LOG.info("a button was pressed that is none of this version's");
        } else if (press.get().ask() instanceof Ask.Nothing) {
            say(press.get(), payload, context);
        } else {
            // The trigger lives three seconds: nothing slow before this.
            Origin origin = new Origin(channel(payload), message(payload));
            api.call(methods -> methods.viewsOpen(
                    it -> it.triggerId(payload.getTriggerId()).view(ActionForm.of(press.get(), origin))));
        }
        return context.ack();
    }

    private void say(Press press, BlockActionPayload payload, ActionContext context) {
        Ear.Heard heard = heard(press, press.line(), payload, context.getBotUserId());
        promptly.within(
                () -> {
                    show(ear.answer(heard), payload, context);
                    return true;
                },
                late -> LOG.debug("a press was answered late"));
    }

    private static void show(Answer answer, BlockActionPayload payload, ActionContext context) {
        if (context.getResponseUrl() == null) {
            return; // pressed on the home tab, which is drawn anew
        }
        boolean own = payload.getContainer() != null && isOwn(payload);
        boolean replace = own || answer.reply().audience() == Audience.EVERYONE;
        Message message = own ? Ear.shown(answer) : Ear.shown(answer, View.MEMBERS);
        try {
            context.respond(ActionResponse.builder()
                    .responseType("ephemeral")
                    .replaceOriginal(replace)
                    .text(message.text())
                    .blocks(message.blocks())
                    .build());
        } catch (IOException lost) {
            LOG.warn("what came of a press did not reach Slack", lost);
        }
    }

    /** Whether nobody else reads the message: it is ephemeral, or a direct one. */
    private static boolean isOwn(BlockActionPayload payload) {
        boolean ephemeral = payload.getMessage() == null
                || Boolean.TRUE.equals(payload.getContainer().isEphemeral());
        return ephemeral || channel(payload).filter(it -> it.startsWith(DIRECT)).isPresent();
    }

    static Ear.Heard heard(Press press, String line, BlockActionPayload payload, String self) {
        BlockActionPayload.User user = payload.getUser();
        return new Ear.Heard(
                Ear.id(team(payload), user.getId()),
                Optional.ofNullable(user.getUsername()).orElse(""),
                channel(payload).orElse(user.getId()),
                payload.getTriggerId(),
                line,
                self,
                about(press));
    }

    /** An undo is about a lease that is over; everything else is about one that goes on. */
    static Optional<Inbound.About> about(Press press) {
        return press.about().filter(it -> press.kind() != Kind.UNDO).flatMap(Presses::about);
    }

    private static Optional<Inbound.About> about(Action.About about) {
        return about.token().map(token -> new Inbound.About(new EnvironmentId(about.environment()), token));
    }

    private static String team(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getUser().getTeamId())
                .orElseGet(() -> payload.getTeam().getId());
    }

    private static Optional<String> channel(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getChannel()).map(BlockActionPayload.Channel::getId);
    }

    private static Optional<String> message(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getContainer()).map(BlockActionPayload.Container::getMessageTs);
    }
}
