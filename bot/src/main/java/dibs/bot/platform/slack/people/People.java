package dibs.bot.platform.slack.people;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dibs.backend.person.Role;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What Slack knows of its people, asked once an hour each. While Slack does not say, what it said last counts; of whom it
 * never said anything, only that they may ask.
 */
public final class People {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 20_000;

    private final SlackApi api;
    private final Groups groups;
    private final InstantSource clock;
    private final Map<SlackId, Known> known = new ConcurrentHashMap<>();

    public People(SlackApi api, Groups groups, InstantSource clock) {
        this.api = api;
        this.groups = groups;
        this.clock = clock;
    }

    private record Known(User user, Instant at) {}

    /**
     * Who that is.
     *
     * @param called the name that came along, for when Slack does not say
     */
    public Speaker speaker(SlackId id, String called) {
        Optional<User> user = user(id);
        String name = user.map(People::name).filter(it -> !it.isBlank()).orElse(called);
        Optional<ZoneId> zone = user.flatMap(People::zone);
        Role standing = user.map(it -> standing(it, id)).orElse(Role.ASK);
        Role given = standing == Role.CLAIM ? groups.role(id).orElse(standing) : standing;
        return new Speaker(id.account(), name.isBlank() ? id.user() : name, zone, given);
    }

    private Optional<User> user(SlackId id) {
        Instant now = clock.instant();
        Optional<Known> before = Optional.ofNullable(known.get(id));
        if (before.isPresent() && now.isBefore(before.get().at().plus(KEPT))) {
            return before.map(Known::user);
        }
        Sent<UsersInfoResponse> answer = api.call(methods -> methods.usersInfo(it -> it.user(id.user())));
        if (answer instanceof Sent.Done<UsersInfoResponse> done) {
            if (known.size() >= MOST) {
                known.clear(); // only a cache
            }
            known.put(id, new Known(done.result().getUser(), now));
            return Optional.of(done.result().getUser());
        }
        return before.map(Known::user);
    }

    private static String name(User user) {
        return Stream.of(
                        Optional.ofNullable(user.getProfile()).map(User.Profile::getDisplayName),
                        Optional.ofNullable(user.getRealName()),
                        Optional.ofNullable(user.getName()))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<ZoneId> zone(User user) {
        try {
            return Optional.ofNullable(user.getTz()).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty(); // Slack may know a zone that this machine does not
        }
    }

    private static Role standing(User user, SlackId id) {
        boolean guest = user.isRestricted() || user.isUltraRestricted();
        boolean outsider = user.isStranger()
                || Optional.ofNullable(user.getTeamId())
                        .filter(team -> !team.equals(id.team()) && !isOf(user, id))
                        .isPresent();
        return guest || outsider || user.isDeleted() || user.isBot() ? Role.ASK : Role.CLAIM;
    }

    /** In an organisation of several workspaces a user belongs to the one asked for among others. */
    private static boolean isOf(User user, SlackId id) {
        return Optional.ofNullable(user.getEnterpriseUser())
                .map(User.EnterpriseUser::getTeams)
                .filter(teams -> teams.contains(id.team()))
                .isPresent();
    }
}
