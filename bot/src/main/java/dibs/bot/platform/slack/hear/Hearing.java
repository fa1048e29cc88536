package dibs.bot.platform.slack.hear;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dibs.bot.command.Choices;
import dibs.bot.platform.slack.form.ActionForm;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.SafetyForm;
import dibs.bot.platform.slack.home.Homes;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** Tells Bolt who handles what. */
public final class Hearing {
    private static final Pattern ANY = Pattern.compile(".*");

    /** A window that is sent off stays open till there is an answer, for three seconds. */
    private static final Duration FORM_PATIENCE = Duration.ofMillis(1_800);

    private Hearing() {}

    /**
     * What handlers need.
     *
     * @param executor on which answers are made
     * @param patience how long Slack is kept waiting for an acknowledgement
     * @param clock at which who holds what is looked up
     */
    public record Means(
            Ear ear,
            Choices choices,
            SlackApi api,
            Voice voice,
            Homes homes,
            Channels channels,
            Executor executor,
            Duration patience,
            InstantSource clock) {}

    /** Registers every handler. */
    public static void register(App app, Means means) {
        Ear ear = means.ear();
        Promptly promptly = new Promptly(means.executor(), means.patience());
        Voice voice = means.voice();
        Messages messages = new Messages(ear, promptly, voice, means.channels());
        app.event(AppMentionEvent.class, messages::mention);
        app.event(MessageEvent.class, messages::message);
        app.messageShortcut(AskShortcut.ID, new AskShortcut(ear, promptly, voice, means.channels()));
        app.blockAction(
                Pattern.compile("do:.*"), new Presses(ear, promptly, means.api(), means.homes(), means.channels()));
        forms(app, means, promptly);
        HomeLooks looks = new HomeLooks(means.homes(), means.executor());
        app.event(AppHomeOpenedEvent.class, looks::opened);
    }

    private static void forms(App app, Means means, Promptly promptly) {
        Ear ear = means.ear();
        Choices choices = means.choices();
        Promptly forms = new Promptly(means.executor(), FORM_PATIENCE);
        Openings openings = new Openings(means.api(), choices);
        Telling telling = new Telling(means.api(), means.voice(), means.homes());
        app.command(ANY, new Commands(ear, promptly, openings));
        app.blockAction(Pattern.compile("open:.*"), new OpenPresses(openings, promptly, means.homes()));
        app.blockSuggestion(Pattern.compile("(?:claim|safe)-.*"), new Suggestions(choices, promptly, means.clock()));
        app.viewSubmission(ActionForm.ID, new Submissions(ear, forms, telling));
        app.viewSubmission(ClaimForm.ID, new ClaimSubmissions(ear, forms, telling, means.executor()));
        app.viewSubmission(SafetyForm.ID, new SafetySubmissions(ear, forms, telling, choices));
    }
}
