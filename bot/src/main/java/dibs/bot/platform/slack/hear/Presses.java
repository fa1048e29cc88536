package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dibs.backend.environment.EnvironmentId;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.block.Press;
import dibs.bot.platform.slack.form.ActionForm;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.form.ResultWindow;
import dibs.bot.platform.slack.home.Homes;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Audience;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    /** Of words in which there is no time. */
    private static final Reader NOBODY = new Reader(ZoneOffset.UTC, Instant.EPOCH);

    private final Ear ear;
    private final Promptly promptly;
    private final SlackApi api;
    private final Homes homes;
    private final Channels channels;

    Presses(Ear ear, Promptly promptly, SlackApi api, Homes homes, Channels channels) {
        this.ear = ear;
        this.promptly = promptly;
        this.api = api;
        this.homes = homes;
        this.channels = channels;
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
            ask(press.get(), payload, context);
        }
        return context.ack();
    }

    /** The trigger lives three seconds: nothing slow before this. */
    private void ask(Press press, BlockActionPayload payload, ActionContext context) {
        String trigger = payload.getTriggerId();
        View form = ActionForm.of(press, origin(payload));
        Sent<?> sent = window(payload).isPresent()
                ? api.call(
                        methods -> methods.viewsPush(it -> it.triggerId(trigger).view(form)))
                : api.call(
                        methods -> methods.viewsOpen(it -> it.triggerId(trigger).view(form)));
        if (!(sent instanceof Sent.Done<?>)) {
            LOG.atWarn().addKeyValue("result", sent).log("a form was not opened");
            instead(press, payload, context);
        }
    }

    /** What to do in place of the form that Slack did not open, said where it was pressed. */
    private void instead(Press press, BlockActionPayload payload, ActionContext context) {
        Optional<View> window = window(payload);
        Line line = Line.of(
                window.isPresent()
                        ? "Slack did not open the form in time: type {}."
                        : "Slack did not open the form in time: press once more, or type {}.",
                Inline.code(typed(press)));
        Message message = BlockKit.message(List.of(Block.say(line)), NOBODY, List.of());
        if (window.isPresent()) {
            update(window.get(), message, payload);
        } else if (context.getResponseUrl() != null) {
            respond(message, false, context);
        } else {
            Actor actor = Actor.of(payload);
            homes.show(actor.id(), actor.called(), message.blocks());
        }
    }

    private static String typed(Press press) {
        return press.line().replace(Action.REASON, "…").replace(Action.PERSON, "@someone");
    }

    private static Origin origin(BlockActionPayload payload) {
        return window(payload)
                .map(window -> Origin.read(window.getPrivateMetadata()))
                .orElseGet(() -> new Origin(channel(payload), message(payload)));
    }

    /** The modal that it was pressed in. */
    private static Optional<View> window(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getView())
                .filter(view -> view.getType().equals("modal"));
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

    private void show(Answer answer, BlockActionPayload payload, ActionContext context) {
        Optional<View> window = window(payload);
        if (window.isPresent()) {
            update(window.get(), Ear.shown(answer), payload);
            return;
        }
        if (context.getResponseUrl() == null) {
            // Pressed on the home tab, which has no address for answers and is drawn anew.
            Actor actor = Actor.of(payload);
            homes.show(actor.id(), actor.called(), Ear.shown(answer).blocks());
            return;
        }
        boolean own = payload.getContainer() != null && isOwn(payload);
        boolean replace = own || answer.reply().audience() == Audience.EVERYONE;
        // What takes a message's place is read by whoever reads the message; what does not, by who pressed.
        boolean alone = own || !replace;
        respond(alone ? Ear.shown(answer) : Ear.shown(answer, readers(payload)), replace, context);
    }

    private dibs.bot.reply.View readers(BlockActionPayload payload) {
        return channel(payload).map(channels::readers).orElse(dibs.bot.reply.View.OUTSIDERS);
    }

    private static void respond(Message message, boolean replace, ActionContext context) {
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

    private void update(View window, Message message, BlockActionPayload payload) {
        View result = ResultWindow.of(message, origin(payload));
        api.call(methods -> methods.viewsUpdate(it -> it.viewId(window.getId()).view(result)));
    }

    /** Whether nobody else reads the message: it is ephemeral, or a direct one. */
    private static boolean isOwn(BlockActionPayload payload) {
        boolean ephemeral = payload.getMessage() == null
                || Boolean.TRUE.equals(payload.getContainer().isEphemeral());
        return ephemeral || channel(payload).filter(it -> it.startsWith(DIRECT)).isPresent();
    }

    static Ear.Heard heard(Press press, String line, BlockActionPayload payload, String self) {
        Actor actor = Actor.of(payload);
        return new Ear.Heard(
                actor.id(),
                actor.called(),
                channel(payload).orElse(payload.getUser().getId()),
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

    private static Optional<String> channel(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getChannel()).map(BlockActionPayload.Channel::getId);
    }

    private static Optional<String> message(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getContainer()).map(BlockActionPayload.Container::getMessageTs);
    }
}
