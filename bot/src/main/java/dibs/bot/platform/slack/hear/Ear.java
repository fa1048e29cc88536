package dibs.bot.platform.slack.hear;

import dibs.backend.person.Account;
import dibs.backend.person.Directory;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.door.Malformed;
import dibs.bot.platform.slack.form.SafetyForm;
import dibs.bot.platform.slack.people.People;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.people.Speaker;
import dibs.bot.reply.ForOutsiders;
import dibs.bot.reply.NextSteps;
import dibs.bot.reply.Reader;
import dibs.bot.reply.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears lines on Slack and has them answered: the one way from Slack to the conversation. */
public final class Ear {
    private static final int LONGEST = 4_000;
    private static final int MOST_MENTIONED = 10;

    private final Conversation conversation;
    private final Directory directory;
    private final People people;
    private final InstantSource clock;

    public Ear(Conversation conversation, Directory directory, People people, InstantSource clock) {
        this.conversation = conversation;
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Something that was typed, said or pressed.
     *
     * @param channel where, by its id
     * @param id the same for the same message or press, however often it is delivered
     * @param called the speaker's name as it came along
     * @param text with Slack's escapes
     * @param self the user that Dibs is
     * @param about the lease that a pressed button was offered for
     */
    public record Heard(
            SlackId speaker,
            String called,
            String channel,
            String id,
            String text,
            String self,
            Optional<Inbound.About> about) {}

    /** The answer to it, as Slack shows it to who asked and to nobody else. */
    public Message message(Heard heard) {
        return shown(answer(heard));
    }

    /** The answer to it, as Slack shows it to others too. */
    public Message message(Heard heard, View others) {
        return shown(answer(heard), others);
    }

    /** An answer as Slack shows it to who asked and to nobody else, with what may be pressed next. */
    public static Message shown(Answer answer) {
        return shown(answer, answer.reader().view());
    }

    /** An answer as Slack shows it to others too: outsiders get what is meant for them, and nothing to press. */
    public static Message shown(Answer answer, View others) {
        Reader reader = answer.reader().as(others);
        if (others.equals(View.OUTSIDERS)) {
            return BlockKit.message(ForOutsiders.of(answer.reply()), reader, List.of());
        }
        Message message = BlockKit.message(answer.reply().blocks(), reader, NextSteps.of(answer.reply()));
        return SafetyForm.button(answer.reply()).map(message::with).orElse(message);
    }

    /** The answer to it. */
    public Answer answer(Heard heard) {
        Speaker speaker = people.speaker(heard.speaker(), heard.called());
        Spoken spoken = Spoken.of(cut(heard.text()), heard.speaker().team(), heard.self());
        spoken.mentioned().stream().limit(MOST_MENTIONED).forEach(this::meet);
        return conversation.answer(new Inbound(
                Optional.of(heard.id()),
                speaker.account(),
                speaker.name(),
                speaker.zone(),
                conversationId(heard.speaker().team(), heard.channel()),
                spoken.text(),
                Optional.of(speaker.role()),
                heard.about()));
    }

    /**
     * The user whom a request names.
     *
     * @throws Malformed when it names none
     */
    static SlackId id(@Nullable String team, @Nullable String user) {
        return SlackId.of(Malformed.required(team, "team"), Malformed.required(user, "user"))
                .orElseThrow(() -> Malformed.without("a user's id"));
    }

    /** How a channel is called as a conversation. */
    public static String conversationId(String team, String channel) {
        return SlackId.PLATFORM + ":" + team + ":" + channel;
    }

    /** Whoever is mentioned is somebody, also before having said a word. */
    private void meet(Spoken.Mention mention) {
        Speaker named = people.speaker(mention.id(), mention.called());
        directory.meet(new Account(named.account(), named.name(), named.zone()), clock.instant());
    }

    /** Slack lets forty thousand characters through, and no command has a tenth of that: what is longer is cut, and so refused as too long. */
    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
