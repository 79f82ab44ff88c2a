package io.loanflow.workflow.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.EngineFault;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Tells the door what the engine cannot read in a body; the engine's own answer does not say where, nor always what. */
class MisreadBody implements ExceptionMapper<JsonMappingException> {

    /** Before the engine's own, and its library's. */
    static final int PRIORITY = 1;

    @Override
    public Response toResponse(JsonMappingException unread) {
        EngineFault.remember(Problem.badInput(List.of(Misread.field(unread))));
        return Response.status(Response.Status.BAD_REQUEST).build();
    }
}
