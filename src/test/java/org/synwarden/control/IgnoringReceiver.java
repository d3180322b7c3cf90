package org.synwarden.control;

import java.util.List;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Rows;

/** Hears the service and does nothing; tests override what they listen for. */
class IgnoringReceiver implements ServiceMessages.Receiver {
    @Override
    public void hello(Hello hello) {}

    @Override
    public void done(long id, boolean more, List<ContractObject> objects) {}

    @Override
    public void failed(long id, RequestException why) {}

    @Override
    public void rows(long subscription, Rows rows) {}

    @Override
    public void goodbye(String reason) {}
}
