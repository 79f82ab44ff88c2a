package io.loanflow.testing;

import io.loanflow.identity.LoginSessions;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** The API of the running application, called over HTTP by people of a team. */
public final class Api {

    private final ApplicationContext context;
    private final Team team;

    public Api(ApplicationContext context, Team team) {
        this.context = context;
        this.team = team;
    }

    /** A client that is logged in as the team's member of that group. */
    public Http as(String group) {
        var tokens =
                context.getBean(LoginSessions.class).start(team.member(group).userId());
        return anonymous().bearer(tokens.access());
    }

    public Http anonymous() {
        var port = context.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        return new Http(port);
    }
}
