package io.loanflow.notification.store;

import io.loanflow.notification.Letter;
import io.loanflow.notification.Mail;
import io.loanflow.notification.Mails;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MailRows implements Mails {

    private static final int LONGEST_ERROR = 500;
    private static final String COLUMNS =
            "select id, recipient, subject, status, attempts, last_error, secret, created_at, sent_at";
    private static final String MATCHING = """
              from mail
             where (:status::text is null or status = :status)
               and (:recipient::text is null or lower(recipient) = lower(:recipient))
            """;

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long write(Letter letter) {
        return jdbc.sql("insert into mail (recipient, subject, body, secret)"
                        + " values (:recipient, :subject, :body, :secret) returning id")
                .param("recipient", letter.recipient())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("secret", letter.secret())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Mail> find(long id) {
        return jdbc.sql(COLUMNS + " from mail where id = :id")
                .param("id", id)
                .query(Mail.class)
                .optional();
    }

    @Override
    public Optional<Letter> waiting(long id) {
        return jdbc.sql("select recipient, subject, body, secret from mail where id = :id and status = 'waiting'")
                .param("id", id)
                .query(Letter.class)
                .optional();
    }

    @Override
    public Optional<Letter> letter(long id) {
        return jdbc.sql("select recipient, subject, body, secret from mail where id = :id and body is not null")
                .param("id", id)
                .query(Letter.class)
                .optional();
    }

    @Override
    public Page<Mail> list(@Nullable String status, @Nullable String recipient, PageRequest page) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("status", status);
        params.put("recipient", recipient);
        long total = jdbc.sql("select count(*)" + MATCHING)
                .params(params)
                .query(Long.class)
                .single();
        var items = jdbc.sql(COLUMNS + MATCHING + " order by " + page.orderBy() + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(Mail.class)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    @Override
    public void sent(long id) {
        jdbc.sql("update mail set status = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1,"
                        + " last_error = null, body = case when secret then '' else body end where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void notSent(long id, String error, boolean last) {
        jdbc.sql("update mail set attempts = attempts + 1, last_error = :error,"
                        + " status = case when :last then 'failed' else status end where id = :id")
                .param("id", id)
                .param("error", error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR))
                .param("last", last)
                .update();
    }

    @Override
    public void waitAgain(long id) {
        jdbc.sql("update mail set status = 'waiting' where id = :id")
                .param("id", id)
                .update();
    }
}
