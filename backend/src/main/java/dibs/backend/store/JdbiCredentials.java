package dibs.backend.store;

import dibs.backend.intake.Credential;
import dibs.backend.intake.CredentialRows;
import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How Dibs is signed in. */
final class JdbiCredentials implements CredentialRows {
    private final Handle handle;

    JdbiCredentials(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Credential> find(String login) {
        return handle.createQuery(
                        "select login, account, device, access_token, refresh_token from sign_in where login = :login")
                .bind("login", login)
                .map((row, context) -> new Credential(
                        row.getString("login"),
                        new AccountId(row.getString("account")),
                        row.getString("device"),
                        row.getString("access_token"),
                        Optional.ofNullable(row.getString("refresh_token"))))
                .findFirst();
    }

    @Override
    public void keep(Credential credential, Instant now) {
        handle.createUpdate("""
            insert into sign_in (login, account, device, access_token, refresh_token, at)
            values (:login, :account, :device, :access, :refresh, :now)
            on conflict (login) do update set account = excluded.account, device = excluded.device, access_token = excluded.access_token,
              refresh_token = excluded.refresh_token, at = excluded.at\
            """)
                .bind("login", credential.login())
                .bind("account", credential.account().value())
                .bind("device", credential.device())
                .bind("access", credential.accessToken())
                .bind("refresh", credential.refreshToken().orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void forget(String login) {
        handle.createUpdate("delete from sign_in where login = :login")
                .bind("login", login)
                .execute();
    }
}
