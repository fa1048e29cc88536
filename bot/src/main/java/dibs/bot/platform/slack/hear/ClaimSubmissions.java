package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dibs.bot.command.Answer;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.form.ResultWindow;
import dibs.bot.reply.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Submitted claims: what was granted closes the form and is told where it was opened; whatever else came of it stands in the
 * form, above what was filled in.
 */
final class ClaimSubmissions implements ViewSubmissionHandler {
    private static final Set<Outcome> DONE = Set.of(Outcome.GRANTED, Outcome.ALREADY_YOURS);

    private final Ear ear;
    private final Promptly promptly;
    private final Telling telling;
    private final Executor executor;

    ClaimSubmissions(Ear ear, Promptly promptly, Telling telling, Executor executor) {
        this.ear = ear;
        this.promptly = promptly;
        this.telling = telling;
        this.executor = executor;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        ViewSubmissionPayload payload = request.getPayload();
        return switch (ClaimForm.read(payload.getView())) {
            case ClaimForm.Sent.Faulty faulty -> context.ackWithErrors(faulty.faults());
            case ClaimForm.Sent.Said said -> say(said, payload, context);
        };
    }

    private Response say(ClaimForm.Sent.Said said, ViewSubmissionPayload payload, ViewSubmissionContext context) {
        Ear.Heard heard = Telling.heard(payload, said.origin(), said.line(), context.getBotUserId(), Optional.empty());
        Optional<Answer> answer =
                promptly.within(() -> ear.answer(heard), late -> follow(late, said.origin(), payload));
        if (answer.isEmpty()) {
            return context.ackWithUpdate(ResultWindow.patience(said.origin()));
        }
        if (!DONE.contains(answer.get().reply().outcome())) {
            return context.ackWithUpdate(
                    ClaimForm.of(said.filled(), Ear.shown(answer.get()).blocks(), said.origin()));
        }
        executor.execute(() -> telling.tell(answer.get(), said.origin(), payload));
        return context.ack();
    }

    /** Who closed the window meanwhile is told all the same. */
    private void follow(Answer late, Origin origin, ViewSubmissionPayload payload) {
        telling.show(payload.getView().getId(), ResultWindow.of(Ear.shown(late), origin));
        telling.tell(late, origin, payload);
    }
}
