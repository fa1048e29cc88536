package planted.dibs.backend.jobs;

import org.jdbi.v3.core.Jdbi;

public record JobThatKnowsJdbi(Jdbi planted) {}
