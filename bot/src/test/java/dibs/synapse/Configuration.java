package dibs.synapse;

import java.nio.file.Path;

/** How Synapse is set up for a test: alone, fast, and knowing nobody. */
final class Configuration {
    private static final String MUCH = "{per_second: 100000, burst_count: 100000}";

    private Configuration() {}

    static String of(Path folder, int port, String secret, Synapse.Limits limits) {
        String always = """
            server_name: hs.test
            report_stats: false
            pid_file: %1$s/pid
            log_config: %1$s/log.yaml
            media_store_path: %1$s/media
            signing_key_path: %1$s/signing.key
            listeners:
              - port: %2$d
                bind_addresses: ['127.0.0.1']
                type: http
                tls: false
                resources: [{names: [client], compress: false}]
            database:
              name: sqlite3
              args: {database: %1$s/homeserver.db}
            trusted_key_servers: []
            suppress_key_server_warning: true
            federation_domain_whitelist: []
            enable_registration: false
            registration_shared_secret: %3$s
            macaroon_secret_key: %3$s
            form_secret: %3$s
            bcrypt_rounds: 4
            refreshable_access_token_lifetime: %4$ds
            presence: {enabled: false}
            url_preview_enabled: false
            enable_metrics: false
            """.formatted(folder, port, secret, Synapse.TOKENS_LAST.toSeconds());
        return limits == Synapse.Limits.USUAL ? always : always + """
            rc_message: %1$s
            rc_registration: %1$s
            rc_login: {address: %1$s, account: %1$s, failed_attempts: %1$s}
            rc_joins: {local: %1$s, remote: %1$s}
            rc_joins_per_room: %1$s
            rc_invites: {per_room: %1$s, per_user: %1$s, per_issuer: %1$s}
            rc_room_creation: %1$s
            rc_admin_redaction: %1$s
            rc_media_create: %1$s
            rc_user_directory: %1$s
            """.formatted(MUCH);
    }

    static String log(Path folder) {
        return """
            version: 1
            handlers:
              file: {class: logging.FileHandler, filename: %s/homeserver.log}
            root: {level: WARNING, handlers: [file]}
            disable_existing_loggers: false
            """.formatted(folder);
    }
}
