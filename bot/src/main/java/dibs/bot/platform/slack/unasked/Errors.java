package dibs.bot.platform.slack.unasked;

import java.util.Set;

/** What Slack's words for an error are about; see the pages of each method at docs.slack.dev. */
final class Errors {
    private static final Set<String> OF_THE_APP = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "no_permission",
            "org_login_required",
            "ekm_access_denied",
            "team_access_not_granted");
    private static final Set<String> OF_THE_MESSAGE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "bad_timestamp");
    private static final Set<String> OF_THE_THREAD =
            Set.of("cannot_reply_to_message", "thread_not_found", "invalid_thread_ts", "message_not_found");

    private Errors() {}

    /** The app is not installed as it should be: it passes when an administrator mends that, and nothing is lost. */
    static boolean isOfTheApp(String error) {
        return OF_THE_APP.contains(error);
    }

    /** Why a channel takes nothing and what to do, as a clause for people. */
    static String said(String error) {
        return switch (error) {
            case "not_in_channel" -> "Dibs is not in it; invite it there (`/invite @Dibs`)";
            case "channel_not_found" ->
                "it is gone, or private and Dibs is not in it; invite it there (`/invite @Dibs`)";
            case "is_archived", "is_inactive" -> "it is archived; unarchive it";
            default -> "Slack says " + error + "; let Dibs post there";
        };
    }

    /** The message is gone, or can no longer be changed. */
    static boolean isOfTheMessage(String error) {
        return OF_THE_MESSAGE.contains(error);
    }

    /** What a thread begins with is gone, or takes no replies any more. */
    static boolean isOfTheThread(String error) {
        return OF_THE_THREAD.contains(error);
    }
}
