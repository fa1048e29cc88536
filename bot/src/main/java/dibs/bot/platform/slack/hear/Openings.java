package dibs.bot.platform.slack.hear;

import com.slack.api.model.view.View;
import dibs.bot.command.Choices;
import dibs.bot.command.CommandParser;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.form.ClaimForm;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.form.SafetyForm;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens forms, before anything slow: what Slack gave for that is good for three seconds. */
final class Openings {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private final SlackApi api;
    private final Choices choices;

    Openings(SlackApi api, Choices choices) {
        this.api = api;
        this.choices = choices;
    }

    /** The form for a line that says a command and nothing with it; nothing where it has none. */
    Optional<View> form(String line, String channel) {
        Optional<Verb> verb = CommandParser.alone(line);
        if (verb.equals(Optional.of(Verb.CLAIM))) {
            return Optional.of(claim(Optional.of(channel)));
        }
        return verb.filter(Verb.IS_SAFE::equals).map(it -> safety(SafetyForm.Filled.NOTHING));
    }

    /** The empty claim form; nothing for a channel: opened from the home tab. */
    View claim(Optional<String> channel) {
        return ClaimForm.of(ClaimForm.Filled.NOTHING, List.of(), new Origin(channel, Optional.empty()));
    }

    /** The is-safe form with that filled in. */
    View safety(SafetyForm.Filled filled) {
        return SafetyForm.of(filled, List.of(), choices);
    }

    /** Opens it; nothing when it is open, else what to tell the person. */
    Optional<String> open(View form, String trigger) {
        return switch (api.call(
                methods -> methods.viewsOpen(it -> it.triggerId(trigger).view(form)))) {
            case Sent.Done<?> done -> Optional.empty();
            case Sent.Later<?> later -> Optional.of(instead(form, later.why()));
            case Sent.Refused<?> refused -> Optional.of(instead(form, refused.error()));
        };
    }

    private static String instead(View form, String why) {
        LOG.atWarn()
                .addKeyValue("why", why)
                .addKeyValue("form", form.getCallbackId())
                .log("a form was not opened");
        String line = form.getCallbackId().equals(ClaimForm.ID)
                ? "/claim dev-signing until 17:00 testing the new signer"
                : "/is-safe autoland autograph-stage to write";
        return "Slack did not open the form in time: try once more, or type all of it, such as `" + line + "`.";
    }
}
