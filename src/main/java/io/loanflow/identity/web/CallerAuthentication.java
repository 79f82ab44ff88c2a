package io.loanflow.identity.web;

import io.loanflow.identity.Viewer;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller whose token or password was checked. */
class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;

    CallerAuthentication(Viewer viewer) {
        super(authorities(viewer));
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.userId();
    }

    private static List<SimpleGrantedAuthority> authorities(Viewer viewer) {
        return viewer.groups().stream().map(SimpleGrantedAuthority::new).toList();
    }
}
