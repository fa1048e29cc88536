package dibs.bot.platform.slack.people;

import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.reply.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Slack knows of its channels, asked every ten minutes each; the app needs {@code channels:read} or {@code groups:read} to be
 * told.
 */
public final class Channels {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 20_000;

    private final SlackApi api;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param clock tells how old is what is known */
    public Channels(SlackApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * A channel.
     *
     * @param outsiders nothing where the app may not know
     * @param name where the app may know
     * @param asked whether Slack was asked; else it said so along with something else
     */
    private record Known(Optional<Boolean> outsiders, Optional<String> name, boolean asked, Instant at) {}

    /** Whether people of other organisations read the channel; nothing where the app may not know. */
    public Optional<Boolean> outsiders(String channel) {
        return known(channel, false).outsiders();
    }

    /** What people call the channel, without the {@code #}; nothing where the app may not know. */
    public Optional<String> name(String channel) {
        return known(channel, true).name();
    }

    /** Before whose eyes comes what is posted in the channel: as long as Slack does not say otherwise, outsiders are among them. */
    public View readers(String channel) {
        return outsiders(channel).orElse(true) ? View.OUTSIDERS : View.MEMBERS;
    }

    /** Slack said so along with something else. */
    public void heard(String channel, boolean outsiders) {
        put(channel, new Known(Optional.of(outsiders), Optional.empty(), false, clock.instant()));
    }

    private Known known(String channel, boolean asked) {
        Instant now = clock.instant();
        Optional<Known> before = Optional.ofNullable(known.get(channel))
                .filter(it -> now.isBefore(it.at().plus(KEPT)));
        if (before.filter(it -> it.asked() || !asked).isPresent()) {
            return before.get();
        }
        Known said = ask(channel, now);
        Known fresh = new Known(
                said.outsiders().or(() -> before.flatMap(Known::outsiders)),
                said.name(),
                true,
                said.outsiders().isPresent() ? now : before.map(Known::at).orElse(now));
        put(channel, fresh);
        return fresh;
    }

    private Known ask(String channel, Instant now) {
        Sent<Known> sent = api.call(methods -> methods.conversationsInfo(it -> it.channel(channel)))
                .map(info -> new Known(
                        Optional.of(info.getChannel().isExtShared()
                                || info.getChannel().isPendingExtShared()),
                        Optional.ofNullable(info.getChannel().getName()),
                        true,
                        now));
        return sent instanceof Sent.Done<Known> done
                ? done.result()
                : new Known(Optional.empty(), Optional.empty(), true, now);
    }

    private void put(String channel, Known it) {
        if (known.size() >= MOST) {
            known.clear(); // only a cache
        }
        known.put(channel, it);
    }
}
