package dibs.bot.platform.slack.unasked;

import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.bot.command.NoticeWords;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.NextSteps;
import dibs.bot.reply.Reader;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says notices by direct message, with buttons for what may be done about them. Slack takes the same message twice, so where an
 * earlier try got no answer the direct messages are searched for the parcel's id before it is posted.
 */
public final class SlackMessenger implements Messenger {
    private final Voice voice;
    private final Supplier<Optional<String>> team;

    /** @param team the workspace that is connected; nothing while none is */
    public SlackMessenger(Voice voice, Supplier<Optional<String>> team) {
        this.voice = voice;
        this.team = team;
    }

    @Override
    public String platform() {
        return SlackId.PLATFORM;
    }

    @Override
    public boolean reaches(AccountId account) {
        return SlackId.of(account)
                .map(SlackId::team)
                .filter(it -> team.get().equals(Optional.of(it)))
                .isPresent();
    }

    @Override
    public Delivered deliver(Recipient to, Parcel parcel) {
        Optional<SlackId> user = SlackId.of(to.account());
        if (user.isEmpty()) {
            return new Delivered.Refused("no account of Slack's");
        }
        Sent<String> channel = voice.direct(user.get().user());
        return channel instanceof Sent.Done<String> open ? deliver(open.result(), to, parcel) : delivered(channel);
    }

    private Delivered deliver(String channel, Recipient to, Parcel parcel) {
        Message message = message(to, parcel);
        Instant since = parcel.notices().getFirst().since();
        return delivered(Wait.on(
                to.again()
                        ? voice.postUnlessThere(channel, message, parcel.id(), since)
                        : voice.postOnce(channel, message, parcel.id())));
    }

    private static Message message(Recipient to, Parcel parcel) {
        return BlockKit.message(NoticeWords.of(parcel), new Reader(to.zone(), to.now()), NextSteps.of(parcel));
    }

    @Override
    public Delivered edit(Recipient to, Parcel parcel, String messageId) {
        Optional<SlackId> user = SlackId.of(to.account());
        if (user.isEmpty()) {
            return new Delivered.Refused("no account of Slack's");
        }
        Sent<String> channel = voice.direct(user.get().user());
        return channel instanceof Sent.Done<String> open
                ? delivered(Wait.on(voice.updateOnce(open.result(), messageId, message(to, parcel), parcel.id())))
                : delivered(channel);
    }

    private static Delivered delivered(Sent<String> sent) {
        return switch (sent) {
            case Sent.Done<String> done -> new Delivered.Accepted(done.result());
            case Sent.Later<String> later -> new Delivered.Later(later.asked(), later.why());
            case Sent.Refused<String> refused ->
                Errors.isOfTheApp(refused.error())
                        ? new Delivered.Later(Optional.empty(), refused.error())
                        : new Delivered.Refused(refused.error());
        };
    }
}
