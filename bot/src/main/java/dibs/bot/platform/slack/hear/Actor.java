package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dibs.bot.platform.slack.people.SlackId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who pressed, chose or filled in something.
 *
 * @param id of their own workspace, which may be another than the one it happened in
 * @param called the name that came along; empty where none did
 */
record Actor(SlackId id, String called) {

    /**
     * Who pressed a button.
     *
     * @throws Malformed when the payload names nobody
     */
    static Actor of(BlockActionPayload payload) {
        BlockActionPayload.User user = payload.getUser();
        return of(
                user.getTeamId(),
                payload.getTeam() == null ? null : payload.getTeam().getId(),
                user.getId(),
                user.getUsername());
    }

    /**
     * Who sent a form off.
     *
     * @throws Malformed when the payload names nobody
     */
    static Actor of(ViewSubmissionPayload payload) {
        ViewSubmissionPayload.User user = payload.getUser();
        return of(
                user.getTeamId(),
                payload.getTeam() == null ? null : payload.getTeam().getId(),
                user.getId(),
                user.getUsername());
    }

    /**
     * Who used a shortcut on a message.
     *
     * @throws Malformed when the payload names nobody
     */
    static Actor of(MessageShortcutPayload payload) {
        MessageShortcutPayload.User user = payload.getUser();
        return of(
                user.getTeamId(),
                payload.getTeam() == null ? null : payload.getTeam().getId(),
                user.getId(),
                user.getName());
    }

    private static Actor of(
            @Nullable String own, @Nullable String team, @Nullable String user, @Nullable String called) {
        return new Actor(
                Ear.id(own == null ? team : own, user),
                Optional.ofNullable(called).orElse(""));
    }
}
