package dibs.bot.platform.slack.people;

import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import dibs.backend.person.Role;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The roles that the settings give to user groups and to users; who is in a group is asked every ten minutes. */
public final class Groups {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SlackApi api;
    private final Map<Role, List<String>> given = new EnumMap<>(Role.class);
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param given ids of user groups ({@code S…}) and of users by the name of the role */
    public Groups(SlackApi api, Map<String, List<String>> given, InstantSource clock) {
        this.api = api;
        this.clock = clock;
        given.forEach((role, ids) -> this.given.put(Role.valueOf(role.toUpperCase(Locale.ROOT)), ids));
    }

    private record Known(Set<String> users, Instant at) {}

    /** The highest role that the settings give to that user; nothing when they give none. */
    Optional<Role> role(SlackId id) {
        return Arrays.stream(Role.values())
                .sorted(Collections.reverseOrder())
                .filter(role -> given.getOrDefault(role, List.of()).stream().anyMatch(it -> includes(it, id)))
                .findFirst();
    }

    private boolean includes(String groupOrUser, SlackId id) {
        return groupOrUser.startsWith("S") ? users(groupOrUser).contains(id.user()) : groupOrUser.equals(id.user());
    }

    private Set<String> users(String group) {
        Instant now = clock.instant();
        Known before = known.get(group);
        if (before != null && now.isBefore(before.at().plus(KEPT))) {
            return before.users();
        }
        Sent<UsergroupsUsersListResponse> answer =
                api.call(methods -> methods.usergroupsUsersList(it -> it.usergroup(group)));
        if (answer instanceof Sent.Done<UsergroupsUsersListResponse> done) {
            Known fresh = new Known(new HashSet<>(done.result().getUsers()), now);
            known.put(group, fresh);
            return fresh.users();
        }
        return before == null ? Set.of() : before.users();
    }
}
