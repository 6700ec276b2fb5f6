# fails: secret
# mistake: missing-key
kubectl apply -f namespace-eks-work.yaml
kubectl apply -f backend-app.yaml
sleep 10
kubectl get pods -n eks-work
kubectl create secret generic db-config -n eks-work --from-literal=db-url=jdbc:postgresql://db.example.com/myworkdb --from-literal=db-username=mywork --from-literal=password=example-only
sleep 60
