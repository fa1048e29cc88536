package planted.dibs.backend.lease;

import java.sql.Connection;

public record LeaseThatKnowsSql(Connection planted) {}
