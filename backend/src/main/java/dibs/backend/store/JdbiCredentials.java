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
    public Optional<Credential> find(AccountId account) {
        return handle.createQuery(
                        "select account, device, access_token, refresh_token from sign_in where account = :account")
                .bind("account", account.value())
                .map((row, context) -> new Credential(
                        new AccountId(row.getString("account")),
                        row.getString("device"),
                        row.getString("access_token"),
                        Optional.ofNullable(row.getString("refresh_token"))))
                .findFirst();
    }

    @Override
    public void keep(Credential credential, Instant now) {
        handle.createUpdate("""
                insert into sign_in (account, device, access_token, refresh_token, at)
                values (:account, :device, :access, :refresh, :now)
                on conflict (account) do update set device = excluded.device, access_token = excluded.access_token,
                  refresh_token = excluded.refresh_token, at = excluded.at""")
                .bind("account", credential.account().value())
                .bind("device", credential.device())
                .bind("access", credential.accessToken())
                .bind("refresh", credential.refreshToken().orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void forget(AccountId account) {
        handle.createUpdate("delete from sign_in where account = :account")
                .bind("account", account.value())
                .execute();
    }
}
