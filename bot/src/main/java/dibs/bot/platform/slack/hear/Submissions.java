package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dibs.bot.platform.slack.form.ActionForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submitted forms: what comes of them is told where the form was opened, to who filled it in. */
final class Submissions implements ViewSubmissionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private final Ear ear;
    private final Promptly promptly;
    private final Telling telling;

    Submissions(Ear ear, Promptly promptly, Telling telling) {
        this.ear = ear;
        this.promptly = promptly;
        this.telling = telling;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        ViewSubmissionPayload payload = request.getPayload();
        ActionForm.read(payload.getView())
                .ifPresentOrElse(
                        said -> promptly.within(
                                () -> tell(said, payload, context.getBotUserId()),
                                late -> LOG.debug("a form was answered late")),
                        () -> LOG.info("a form came back that is none of this version's"));
        // The window in which the button was pressed is of no more use.
        return context.ack(it -> it.responseAction("clear"));
    }

    private boolean tell(ActionForm.Said said, ViewSubmissionPayload payload, String self) {
        Ear.Heard heard = Telling.heard(payload, said.origin(), said.line(), self, Presses.about(said.press()));
        return telling.tell(ear.answer(heard), said.origin(), payload);
    }
}
