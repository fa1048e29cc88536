package dibs.fakeslack.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What Slack knows of one user. */
public record Member(
        String id,
        String teamId,
        String name,
        String realName,
        String displayName,
        String zone,
        Standing standing,
        boolean deleted) {

    /** What kind of user it is. */
    public enum Standing {
        FULL,
        ADMIN,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        STRANGER,
        BOT
    }

    /** As {@code users.info} gives it. */
    public ObjectNode json(Instant now) {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("team_id", teamId)
                .put("name", name)
                .put("deleted", deleted)
                .put("real_name", realName)
                .put("updated", now.getEpochSecond());
        if (!deleted) {
            ZoneId zoneId = ZoneId.of(zone);
            json.put("tz", zone)
                    .put("tz_label", zoneId.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .put("tz_offset", zoneId.getRules().getOffset(now).getTotalSeconds());
        }
        json.putObject("profile")
                .put("real_name", realName)
                .put("real_name_normalized", realName)
                .put("display_name", displayName)
                .put("display_name_normalized", displayName)
                .put("team", teamId);
        boolean single = standing == Standing.SINGLE_CHANNEL_GUEST;
        json.put("is_admin", standing == Standing.ADMIN)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", single || standing == Standing.GUEST)
                .put("is_ultra_restricted", single)
                .put("is_bot", standing == Standing.BOT)
                .put("is_app_user", false);
        if (standing == Standing.STRANGER) {
            json.put("is_stranger", true);
        }
        return json;
    }

    public Member called(String newRealName, String newDisplayName) {
        return new Member(id, teamId, name, newRealName, newDisplayName, zone, standing, deleted);
    }

    public Member in(String newZone) {
        return new Member(id, teamId, name, realName, displayName, newZone, standing, deleted);
    }

    public Member standing(Standing newStanding) {
        return new Member(id, teamId, name, realName, displayName, zone, newStanding, deleted);
    }

    public Member of(String newTeamId) {
        return new Member(id, newTeamId, name, realName, displayName, zone, standing, deleted);
    }

    public Member gone() {
        return new Member(id, teamId, name, realName, displayName, zone, standing, true);
    }
}
