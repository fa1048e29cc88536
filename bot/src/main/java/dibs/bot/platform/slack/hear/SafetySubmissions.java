package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dibs.bot.command.Answer;
import dibs.bot.command.Choices;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.form.ResultWindow;
import dibs.bot.platform.slack.form.SafetyForm;
import java.util.List;
import java.util.Optional;

/** Submitted questions: the verdict stands in the form, above what was asked, which may be changed and asked again. */
final class SafetySubmissions implements ViewSubmissionHandler {
    private static final int MOST_SECTIONS = 40;

    private final Ear ear;
    private final Promptly promptly;
    private final Telling telling;
    private final Choices choices;

    SafetySubmissions(Ear ear, Promptly promptly, Telling telling, Choices choices) {
        this.ear = ear;
        this.promptly = promptly;
        this.telling = telling;
        this.choices = choices;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        ViewSubmissionPayload payload = request.getPayload();
        return switch (SafetyForm.read(payload.getView())) {
            case SafetyForm.Sent.Faulty faulty -> context.ackWithErrors(faulty.faults());
            case SafetyForm.Sent.Said said -> say(said, payload, context);
        };
    }

    private Response say(SafetyForm.Sent.Said said, ViewSubmissionPayload payload, ViewSubmissionContext context) {
        Origin nowhere = Origin.read(null);
        Ear.Heard heard = Telling.heard(payload, nowhere, said.line(), context.getBotUserId(), Optional.empty());
        String window = payload.getView().getId();
        return promptly.within(() -> ear.answer(heard), late -> telling.show(window, form(said, late)))
                .map(answer -> context.ackWithUpdate(form(said, answer)))
                .orElseGet(() -> context.ackWithUpdate(ResultWindow.patience(nowhere)));
    }

    private View form(SafetyForm.Sent.Said said, Answer answer) {
        List<LayoutBlock> verdict = BlockKit.sections(answer.reply().blocks(), answer.reader(), MOST_SECTIONS);
        return SafetyForm.of(said.filled(), verdict, choices);
    }
}
