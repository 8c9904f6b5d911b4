package id.lindungdesa.ledger;

import com.zaxxer.hikari.HikariDataSource;
import id.lindungdesa.TestPostgres;
import id.lindungdesa.money.Rupiah;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** Empty books on a database of their own, with the real transactions around the ledger. */
final class Books {

    static final Instant MONDAY = Instant.parse("2022-10-03T02:00:00Z");

    final JdbcClient jdbc;
    final Ledger ledger;
    final LedgerHealth health;
    final TransactionTemplate transaction;

    private Books(String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestPostgres.freshDatabase(database));
        pool.setMaximumPoolSize(10);
        var transactions = new JdbcTransactionManager(pool);
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(transactions);
        var proxy = new ProxyFactory(new Ledger(jdbc));
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
        ledger = (Ledger) proxy.getProxy();
        health = new LedgerHealth(jdbc);
        try {
            jdbc.sql(new ClassPathResource("db/migration/V010__ledger.sql").getContentAsString(StandardCharsets.UTF_8))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Books fresh(String database) {
        return new Books(database);
    }

    /** An account with that much in it, from a decree of its own. */
    Account funded(String path, long rupiah) {
        Account account = new Account(path, true);
        ledger.post(transfer(Account.budget("15", UUID.randomUUID()), account, rupiah));
        return account;
    }

    static Transfer transfer(Account from, Account to, long rupiah) {
        return transfer(from, to, rupiah, UUID.randomUUID());
    }

    static Transfer transfer(Account from, Account to, long rupiah, UUID key) {
        return Transfer.of("TEST_MOVE", from, to, Rupiah.of(rupiah), "case-" + key, "Pergub 16/2022 Pasal 1", MONDAY, key);
    }

    long transfers() {
        return jdbc.sql("select count(*) from ledger_transfer").query(Long.class).single();
    }
}
