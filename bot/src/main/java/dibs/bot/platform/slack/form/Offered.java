package dibs.bot.platform.slack.form;

import com.slack.api.app_backend.interactive_components.response.Option;
import dibs.bot.command.Choices.Choice;
import java.util.Optional;

/** Choices as Slack takes them in answer to what somebody types into a select. */
public final class Offered {
    private Offered() {}

    /** The choice; nothing where Slack would not take it. */
    public static Optional<Option> option(Choice choice) {
        return Fields.option(choice).map(it -> new Option(it.getText(), it.getValue()));
    }
}
