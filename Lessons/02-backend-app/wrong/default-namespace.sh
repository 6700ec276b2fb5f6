# fails: deployment
# mistake: wrong-namespace
kubectl apply -f namespace-eks-work.yaml
cat backend-app.yaml | grep -v 'namespace: eks-work' | kubectl apply -n default -f -
sleep 10
kubectl get pods -n default
