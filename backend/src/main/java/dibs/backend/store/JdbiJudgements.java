package dibs.backend.store;

import dibs.backend.person.PersonId;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.JudgementRows;
import dibs.backend.transaction.StoreException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.JacksonException;

/** Verdicts that were given, as JSON: they are shown again as they were, and nothing else is asked of them. */
final class JdbiJudgements implements JudgementRows {
    private final Handle handle;
    private final Json json;

    JdbiJudgements(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    @Override
    public boolean add(Judgement judgement, PersonId to) {
        return handle.createUpdate("""
                        insert into judgement (id, at, person_id, policy, record)
                        values (:id, :at, :person, :policy, :record)
                        on conflict (id) do nothing""")
                        .bind("id", judgement.id())
                        .bind("at", judgement.at().toEpochMilli())
                        .bind("person", to.value())
                        .bind("policy", judgement.policy())
                        .bind("record", json.write(judgement, Judgement.class))
                        .execute()
                == 1;
    }

    @Override
    public Optional<Judgement> find(String id) {
        return handle.createQuery("select record from judgement where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findFirst()
                .map(record -> read(id, record));
    }

    private Judgement read(String id, String record) {
        try {
            return json.read(record, Judgement.class);
        } catch (JacksonException e) {
            throw new StoreException(
                    "Verdict " + id + " was kept by another version of Dibs and cannot be read.", false, e);
        }
    }

    @Override
    public int forget(Instant before) {
        return handle.createUpdate("delete from judgement where at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
