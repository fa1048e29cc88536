package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;
import dibs.bot.platform.slack.block.Mrkdwn;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.SafetyForm;
import dibs.bot.platform.slack.home.Homes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buttons that open forms: an empty one, or one with what a verdict was about. */
final class OpenPresses implements BlockActionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPresses.class);

    private final Openings openings;
    private final Promptly promptly;
    private final Homes homes;

    OpenPresses(Openings openings, Promptly promptly, Homes homes) {
        this.openings = openings;
        this.promptly = promptly;
        this.homes = homes;
    }

    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        View form = request.getPayload().getActions().stream()
                .findFirst()
                .map(this::form)
                .orElseGet(() -> openings.safety(SafetyForm.Filled.NOTHING));
        promptly.within(
                        () -> openings.open(form, request.getPayload().getTriggerId()),
                        late -> late.ifPresent(instead -> tell(instead, request.getPayload(), context)))
                .flatMap(instead -> instead)
                .ifPresent(instead -> tell(instead, request.getPayload(), context));
        return context.ack();
    }

    private View form(BlockActionPayload.Action action) {
        return ClaimForm.OPEN.equals(action.getActionId())
                ? openings.claim(Optional.empty())
                : openings.safety(SafetyForm.preset(action.getValue()));
    }

    private void tell(String instead, BlockActionPayload payload, ActionContext context) {
        if (context.getResponseUrl() == null) {
            // Pressed on the home tab, which has no address for answers.
            Actor actor = Actor.of(payload);
            homes.show(
                    actor.id(),
                    actor.called(),
                    List.of(SectionBlock.builder()
                            .text(Mrkdwn.verbatim(instead))
                            .build()));
            return;
        }
        try {
            context.respond(ActionResponse.builder()
                    .responseType("ephemeral")
                    .replaceOriginal(false)
                    .text(instead)
                    .build());
        } catch (IOException lost) {
            LOG.warn("that a form was not opened did not reach Slack", lost);
        }
    }
}
