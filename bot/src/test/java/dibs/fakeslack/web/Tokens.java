package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may call what. */
public final class Tokens {
    /** What the app may do everywhere unless a test takes it away. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "app_mentions:read",
            "channels:history",
            "channels:read",
            "chat:write",
            "chat:write.public",
            "commands",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "pins:read",
            "pins:write",
            "usergroups:read",
            "users:read");

    private final Workspace workspace;
    private final String appToken;
    private final Set<String> revoked = new HashSet<>();
    private final Set<String> scopes = new TreeSet<>(ALL_SCOPES);

    public Tokens(Workspace workspace, String appToken) {
        this.workspace = workspace;
        this.appToken = appToken;
    }

    /** The app loses its right to a workspace: {@code token_revoked} from now on. */
    public synchronized void revoke(String botToken) {
        revoked.add(botToken);
    }

    /** It has it again. */
    public synchronized void restore(String botToken) {
        revoked.remove(botToken);
    }

    /** Whether the app has lost its right. */
    public synchronized boolean revoked(String botToken) {
        return revoked.contains(botToken);
    }

    /** The app has these scopes and no others. */
    public synchronized void grant(Set<String> only) {
        scopes.clear();
        scopes.addAll(only);
    }

    /** As the {@code x-oauth-scopes} header says it. */
    public synchronized String granted() {
        return String.join(",", scopes);
    }

    synchronized boolean has(String scope) {
        return scopes.contains(scope);
    }

    synchronized Team team(String token) throws Refusal {
        if (token.isEmpty()) {
            throw new Refusal("not_authed");
        }
        if (token.equals(appToken)) {
            throw new Refusal("not_allowed_token_type");
        }
        Team team = workspace.teams().stream()
                .filter(one -> one.botToken().equals(token))
                .findFirst()
                .orElseThrow(() -> new Refusal("invalid_auth"));
        if (revoked.contains(token)) {
            throw new Refusal("token_revoked");
        }
        return team;
    }

    void app(String token) throws Refusal {
        if (token.isEmpty()) {
            throw new Refusal("not_authed");
        }
        if (!token.equals(appToken)) {
            throw new Refusal(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
        }
    }

    /** Whether any of these is granted, or none is needed. */
    synchronized boolean any(List<String> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(scopes::contains);
    }
}
