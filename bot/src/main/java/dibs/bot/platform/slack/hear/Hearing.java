package dibs.bot.platform.slack.hear;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dibs.bot.platform.slack.form.ActionForm;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Tells Bolt who handles what. */
public final class Hearing {
    private static final Pattern ANY = Pattern.compile(".*");

    private Hearing() {}

    /**
     * Registers every handler.
     *
     * @param executor on which answers are made
     * @param patience how long Slack is kept waiting for an acknowledgement
     */
    public static void register(App app, Ear ear, SlackApi api, Voice voice, Executor executor, Duration patience) {
        Promptly promptly = new Promptly(executor, patience);
        Messages messages = new Messages(ear, promptly, voice);
        app.command(ANY, new Commands(ear, promptly));
        app.event(AppMentionEvent.class, messages::mention);
        app.event(MessageEvent.class, messages::message);
        app.messageShortcut(AskShortcut.ID, new AskShortcut(ear, promptly, voice));
        app.blockAction(Pattern.compile("do:.*"), new Presses(ear, promptly, api));
        app.viewSubmission(ActionForm.ID, new Submissions(ear, promptly, api, voice));
    }
}
